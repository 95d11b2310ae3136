import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols';

type Deserialize = AwsJson1_0Protocol['deserializeResponse'];

/**
 * Takes DynamoDB's answers as the JSON that they are. The SDK walks through every attribute by its schema, which for
 * the rows of an overview takes twenty times as long as reading the JSON. Only binary values would need it, and our
 * items have none. Errors are read by the SDK.
 */
export class PlainProtocol extends AwsJson1_0Protocol {
  override async deserializeResponse<Output extends Awaited<ReturnType<Deserialize>>>(
    ...[operation, context, response]: Parameters<Deserialize>
  ): Promise<Output> {
    if (this.isErrorResponse(response.statusCode))
      return super.deserializeResponse<Output>(operation, context, response);
    const bytes = await context.streamCollector(response.body);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the command's type says what it is, as it does for the SDK
    const answer: Output = JSON.parse(new TextDecoder().decode(bytes));
    return { ...answer, $metadata: this.deserializeMetadata(response) };
  }
}
