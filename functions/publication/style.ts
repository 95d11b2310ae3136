/** The style of the public page, in the page itself: its figures are there with the first answer. */
export const pageStyle = `:root{color-scheme:light dark;--paper:light-dark(#faf9f6,#14181b);--ink:light-dark(#1c2126,#eceae4);--soft:light-dark(#5a636c,#a3abb2);--line:light-dark(#dfdcd4,#2d343a);--accent:light-dark(#0a6670,#63c3c2);--band:light-dark(#cfe5e4,#1d3f41)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Open Sans',sans-serif;font-variant-numeric:tabular-nums}
.wide{max-width:82rem;margin-inline:auto;padding-inline:1.25rem}
header .wide{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem;padding-block:.75rem}
header p,dl,dd,ul{margin:0;padding:0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none}
nav a,footer a{display:inline-block;padding-block:.25rem}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.sample{background:var(--band);padding-block:.25rem}
.sample p{max-width:82rem;margin-inline:auto;padding-inline:1.25rem}
h1{max-width:46rem;margin:2rem 0 .5rem;font-size:clamp(1.6rem,4vw,2.4rem);line-height:1.25;text-wrap:balance}
h2{margin:0 0 .25rem;font-size:1.25rem}
small,.soft{color:var(--soft);font-size:.875rem}
.leads{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));margin-block:1.5rem 2.5rem;border-block:2px solid var(--ink) ;border-block-end:1px solid var(--line)}
.leads div{padding:.75rem .75rem .75rem 0}
.leads dd{font-size:2rem;font-weight:600;line-height:1.2}
.leads dd.hidden{font-size:1.25rem}
.leads dd.note{font-size:.875rem;font-weight:400;color:var(--soft)}
.two{display:grid;gap:2rem 3rem;grid-template-columns:minmax(0,1fr);padding-block:1.5rem;border-top:2px solid var(--ink)}
@media(min-width:60rem){.two{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
svg{display:block;width:100%;height:auto}
svg path{fill:none;stroke:var(--accent);stroke-width:2.5}
svg line{stroke:var(--line)}
svg text{fill:var(--soft);font-size:13px}
svg circle{fill:var(--accent)}
table{width:100%;border-collapse:collapse}
th,td{padding:.375rem .5rem .375rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:baseline;overflow-wrap:break-word;hyphens:auto}
thead th{overflow-wrap:anywhere;color:var(--soft);font-size:.875rem;font-weight:400;border-bottom-color:var(--ink)}
tbody th{font-weight:400}
.count{text-align:right}
meter{width:100%;min-width:3rem;height:.75rem}
summary{padding-block:.5rem;color:var(--accent);cursor:pointer}
dt{font-weight:600}
.meanings dd{margin-bottom:.75rem}
footer{margin-top:2rem;border-top:1px solid var(--line)}
footer .wide{padding-block:1rem}
`;
