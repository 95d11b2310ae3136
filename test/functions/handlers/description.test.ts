import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { contractRoutes } from '../../../infra/api.ts';
import { described, description } from '../../support/described.ts';
import { admin, command, inCountry, manager } from '../../support/country.ts';
import type { Loose } from '../../support/stack.ts';

describe('the description of the API', () => {
  test('is found good by a linter', async () => {
    const config = await createConfig({ extends: ['recommended'] });

    const found = await lintFromString({
      source: JSON.stringify(description),
      absoluteRef: 'openapi.json',
      config,
    });

    expect(found.map(({ ruleId, message, location: [at] }) => [ruleId, message, at?.pointer])).toEqual([]);
  });

  test('has every route, each with who may ask, a summary, a tag and its problems', () => {
    const tags: string[] = description.tags.map(({ name }: Loose) => name);
    const routes = contractRoutes();

    expect(described.map(({ name }) => name).sort()).toEqual(routes.map(({ name }) => name).sort());
    for (const { name, operation } of described) {
      const { isPublic } = routes.find((route) => route.name === name) ?? {};
      expect(operation.security, name).toEqual(isPublic ? [] : undefined);
      expect('401' in operation.responses, name).toBe(!isPublic);
      expect(operation.summary, name).toMatch(/^[A-Z]/);
      expect(tags, name).toContain(operation.tags[0]);
      for (const [status, { content }] of Object.entries<Loose>(operation.responses)) {
        if (Number(status) < 400) continue;
        const examples = content['application/problem+json']?.examples ?? {};
        for (const code of Object.keys(examples))
          expect(description.components.examples[code].value, name).toMatchObject({
            status: Number(status),
            code,
          });
      }
    }
    expect(description.security).toEqual([{ bearer: [] }]);
    expect(Object.keys(description.components.securitySchemes)).toEqual(['bearer']);
  });

  test('does not offer an empty parameter', () => {
    const parameters = described.flatMap(({ operation }) => operation.parameters ?? []);

    expect(parameters.length).toBeGreaterThan(20);
    for (const parameter of parameters) expect(parameter).not.toHaveProperty('allowEmptyValue');
    for (const { name, schema } of parameters)
      if (['region', 'stage', 'page', 'month', 'facilityId'].includes(name))
        expect(schema.enum ?? !new RegExp(schema.pattern).test(''), name).toBeTruthy();
  });

  test.each(described.map((one) => [one.name, one] as const))(
    'has examples of %s that the contract takes and answers',
    (_, { operation, procedure }) => {
      const body = operation.requestBody?.content['application/json'].example;
      const [content]: Loose[] = Object.values(operation.responses[200].content);
      const answer = content.example;
      const { shape } = procedure.inputSchema._zod.def;
      const answers = procedure.outputSchema._zod.def;
      const answered = answers.shape ?? answers.options[0]._zod.def.shape;

      expect(body === undefined).toBe(shape.body === undefined);
      if (body) expect(shape.body.safeParse(body)).toMatchObject({ success: true });
      expect(answered.body.safeParse(answer)).toMatchObject({ success: true });
    },
  );
});

describe('its examples', () => {
  const here = inCountry();
  const example = (name: string): Loose => {
    const { operation } = described.find((one) => one.name === name) ?? {};
    return operation.requestBody.content['application/json'].example;
  };

  test('are a story that the API plays: registered, live, sent, returned, approved, corrected', async () => {
    const { ask } = here;
    const facilityId = 'UA-7300';
    const path = `/facilities/${facilityId}`;
    const november = `${path}/reports/2024-11`;
    const head = { ...here.clinic.head, facilityId };
    const keyed = (name: string, basedOn: number, more: object = {}) => ({
      ...example(name),
      ...command(basedOn),
      ...more,
    });

    const answers = [
      await ask(admin, 'POST', '/facilities', keyed('facilities.register', 0, { facilityId })),
      await ask(manager, 'POST', `${path}/stages`, keyed('facilities.changeStage', 1)),
    ];
    for (const [index, stage] of ['equipped', 'trained', 'live'].entries())
      await ask(
        admin,
        'POST',
        `${path}/stages`,
        command(index + 2, { stage, date: `2024-0${index + 3}-15` }),
      );
    answers.push(
      await ask(admin, 'POST', `${path}/stages/correction`, keyed('facilities.correctStage', 5)),
      await ask(manager, 'PUT', `${path}/profile`, keyed('facilities.edit', 6)),
      await ask(admin, 'POST', '/facilities/imports', example('facilities.import')),
      await ask(admin, 'POST', '/warehouses', keyed('warehouses.register', 0)),
      await ask(manager, 'PUT', '/warehouses/UA-W01', keyed('warehouses.edit', 1)),
      await ask(head, 'PUT', november, keyed('reports.saveDraft', 0)),
      await ask(head, 'POST', `${november}/submission`, keyed('reports.submit', 1)),
      await ask(manager, 'POST', `${november}/return`, keyed('reports.return', 2)),
      await ask(head, 'POST', `${november}/submission`, keyed('reports.submit', 3)),
      await ask(manager, 'POST', `${november}/approval`, keyed('reports.approve', 4)),
      await ask(head, 'POST', `${november}/correction`, keyed('reports.correct', 5)),
      await ask(manager, 'POST', '/reviews/approvals', example('reports.approveEach')),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array(14).fill(200));
  });
});
