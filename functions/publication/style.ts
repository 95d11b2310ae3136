/**
 * The style of public pages, in the pages themselves: their figures are there with the first answer. Its digest is in the
 * Content-Security-Policy (infra/publicStyles.ts).
 */
export const pageStyle = `:root{color-scheme:light dark;--paper:light-dark(#faf9f6,#14181b);--ink:light-dark(#1c2126,#eceae4);--soft:light-dark(#5a636c,#a3abb2);--line:light-dark(#dfdcd4,#2d343a);--accent:light-dark(#0a6670,#63c3c2);--band:light-dark(#cfe5e4,#1d3f41);--s1:light-dark(#d7e9e6,#1c3436);--s2:light-dark(#a9d1cd,#22494b);--s3:light-dark(#6fb1b0,#2c6668);--s4:light-dark(#2d7f83,#3f8f8f);--s5:light-dark(#0a6670,#63c3c2)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Open Sans',sans-serif;font-variant-numeric:tabular-nums}
.wide{max-width:82rem;margin-inline:auto;padding-inline:1.25rem}
p,dl,dd,ul,ol,pre{margin:0;padding:0}
header .wide{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 2rem;padding-block:.625rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none}
nav a,nav span,footer a,.ways a,.files a{display:inline-block;padding-block:.25rem}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
[aria-current]{font-weight:600}
.sample{background:var(--band)}
.page .sample p{padding-block:.25rem}
h1{max-width:62rem;margin:2.25rem 0 .75rem;font-size:clamp(1.6rem,4.2vw,2.5rem);line-height:1.22}
h1 span{display:block;text-wrap:pretty}
h2{margin:0 0 .25rem;font-size:1.25rem;line-height:1.3}
h3{margin:1.25rem 0 .25rem;font-size:1rem}
.soft{color:var(--soft);font-size:.875rem}
.dates .soft{font-size:1rem}
.ways{display:flex;flex-wrap:wrap;gap:0 1.5rem}
.calm{max-width:40rem;font-size:1.25rem}
.leads{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));margin-block:1.5rem 2.5rem;border-block:2px solid var(--ink);border-block-end:1px solid var(--line)}
.leads div{display:grid;grid-row:span 4;grid-template-rows:subgrid;align-content:start;padding:.75rem 1rem .75rem 0}
.leads dt{align-self:end;font-size:.875rem;color:var(--soft)}
.leads .number{font-size:clamp(1.625rem,2.6vw,2.25rem);white-space:nowrap}
.number{font-size:2.25rem;font-weight:600;line-height:1.2}
.hidden.number{font-size:1.375rem}
.note{font-size:.875rem;color:var(--soft);line-height:1.4}
.two{display:grid;gap:2.5rem 3rem;grid-template-columns:minmax(0,1fr);padding-block:1.5rem 2.5rem;border-top:2px solid var(--ink)}
.two p{max-width:44rem}
section section,section+section{margin-top:1.5rem}
.two>section+section{margin-top:0}
svg{display:block;width:100%;height:auto;overflow:visible}
.trend{margin-top:.75rem}
.page .at-narrow{display:none}
.trend path{fill:none;stroke-width:1}
.trend .line{stroke:var(--accent);stroke-width:2.5;stroke-linejoin:round}
.trend .area{fill:var(--band);opacity:.45}
.trend .grid{stroke:var(--line)}
.trend .base{stroke:var(--soft)}
.trend .mark{stroke:var(--soft);stroke-dasharray:2 3}
.trend text{fill:var(--soft);font-size:13px}
.trend .at-left{text-anchor:end}
.trend circle{fill:var(--accent)}
.trend .last{fill:var(--accent);font-size:18px;font-weight:600}
.trend circle.number{fill:var(--paper);stroke:var(--soft)}
.trend text.number{fill:var(--ink);font-size:12px;font-weight:400;text-anchor:middle}
.map{margin-top:.75rem;forced-color-adjust:none;print-color-adjust:exact}
.map path{stroke:var(--paper);stroke-width:1.25}
.map .s0{fill:none;stroke:var(--soft);stroke-width:1}
.map .s1{fill:var(--s1)}.map .s2{fill:var(--s2)}.map .s3{fill:var(--s3)}.map .s4{fill:var(--s4)}.map .s5{fill:var(--s5)}
.map .hidden{fill:url(#hatch);stroke:var(--soft);stroke-width:1}
.map .beyond{fill:url(#cross);stroke:var(--soft);stroke-width:1}
.map .hatch{stroke:var(--soft);stroke-width:1.5}
.map .lead{fill:none;stroke:var(--ink);stroke-width:1}
.map text{fill:var(--ink);font-size:13px;font-weight:600;text-anchor:middle;dominant-baseline:central}
.map text{paint-order:stroke;stroke:var(--paper);stroke-width:2.5;stroke-linejoin:round}
.map .ns1{stroke:var(--s1)}.map .ns2{stroke:var(--s2)}.map .ns3{stroke:var(--s3)}.map .ns4{stroke:var(--s4);fill:light-dark(#fff,#14181b)}.map .ns5{stroke:var(--s5);fill:light-dark(#fff,#14181b)}
.swatch{display:inline-block;width:1.5rem;height:1rem;margin:0 .5rem 0 0;vertical-align:-.125rem}
.swatch path{stroke-width:1}
.classes{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-block:.75rem;list-style:none;font-size:.875rem}
.milestones{padding-inline-start:1.5rem;font-size:.9375rem}
.milestones .soft{display:inline-block;margin-inline-end:.25rem}
table{width:100%;border-collapse:collapse}
th,td{white-space:normal;padding:.375rem .75rem .375rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:baseline;overflow-wrap:break-word;hyphens:auto}
th:last-child,td:last-child{padding-inline-end:0}
thead th{color:var(--soft);font-size:.875rem;font-weight:400;border-bottom-color:var(--ink)}
tbody th{font-weight:400}
.count{text-align:right}
.uses td,.uses th{padding-block:.625rem;vertical-align:middle}
.uses th{width:55%}
.uses .count{font-size:1.125rem;font-weight:600}
.bar svg{height:.75rem}
.bar path{fill:var(--accent);print-color-adjust:exact}
.regions th,.regions td{padding-block:.1875rem;font-size:.875rem}
.regions th:first-child{width:30%}
.regions thead th{font-size:.8125rem}
.regions th,.regions td{padding-inline-end:.5rem}
.regions th:last-child,.regions td:last-child{padding-inline-end:0}
.releases{list-style:none}
.releases li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2rem;padding-block:.5rem;border-bottom:1px solid var(--line)}
.releases .soft{display:block}
.releases p{min-width:0}
.files a{margin-inline-end:.75rem}
summary{padding-block:.5rem;color:var(--accent);cursor:pointer}
h3+pre{margin-top:.25rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
pre{overflow-x:auto;max-width:100%;padding:.75rem;border:1px solid var(--line)}
code{font-size:.8125rem;overflow-wrap:anywhere}
dt{font-weight:600}
.leads dt{font-weight:400}
.meanings dd{margin-bottom:.75rem}
.cite{margin-block:0 1.5rem}
footer{border-top:1px solid var(--line)}
footer .wide{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem;padding-block:1rem}
.embed main{padding:.75rem 1rem 0}
.embed h1{margin:0;font-size:1rem;line-height:1.35}
.embed footer{margin-top:.5rem;padding:.5rem 1rem .75rem}
.embed .trend{max-width:36rem}
.embed .map text{font-size:22px}
.embed .map:not(.swatch){max-width:48rem}
.embed .classes{gap:.125rem 1rem;margin-block:.5rem;font-size:.8125rem}
.embed .close{display:none}
@media(min-width:40.01rem){.embed .map text{font-size:13px}.embed .close{display:inline}}
@media(min-width:60rem){.two{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}.meanings{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:.5rem 2rem}.meanings dd{margin:0}}
@media(max-width:40rem){thead th{overflow-wrap:anywhere}.page .at-narrow{display:block}.page .at-wide{display:none}.map text{font-size:22px}.map .close{display:none}.leads{grid-template-columns:minmax(0,1fr)}.leads div{grid-row:auto;grid-template-columns:minmax(0,1fr) auto;grid-template-rows:none;gap:0 1rem;align-items:baseline;padding-inline-end:0;border-bottom:1px solid var(--line)}.leads div:last-child{border:0}.leads dt{color:var(--ink);font-weight:600}.leads .number{grid-column:2;grid-row:1/span 3;align-self:center;font-size:1.75rem}.leads .hidden{font-size:1.125rem}.leads .note{grid-column:1}}
@media(forced-colors:active){.trend .line,.trend circle{stroke:LinkText}.bar path{fill:LinkText}}
@media print{:root{color-scheme:light}nav,.ways,footer,.screen,details:not([open]){display:none}.two{padding-block:1rem;break-inside:avoid}body{background:none}}
`;
