/** The one stylesheet of the documentation: tokens first, then from the frame to the details. */
export const docsCss = `:root {
  color-scheme: light dark;
  --app: #f5f5f2; --surface: #fff; --hover: #f0f0ec; --line: #e3e3dd; --strong: #c6c6be;
  --t1: #15191d; --t2: #454e57; --t3: #626c75; --accent: #08766a; --accent-soft: #08766a14;
  --get: #1c5fcc; --post: #17794a; --patch: #8a6100; --delete: #c5283d;
  --text: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK JP", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --bar: 44px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --app: #0b0e11; --surface: #11151a; --hover: #1e242b; --line: #242c35; --strong: #3b4653;
    --t1: #edf1f5; --t2: #afbac6; --t3: #8896a4; --accent: #3dd6b5; --accent-soft: #3dd6b51f;
    --get: #62a8ff; --post: #5ccb8f; --patch: #f2c14e; --delete: #ff6b70;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--bar) + 16px); }
body { margin: 0; background: var(--app); color: var(--t1); font: 14px/1.55 var(--text); overflow-wrap: break-word; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
code, pre { font-family: var(--mono); font-size: 12.5px; }
h1, h2, h3, h4, p { margin: 0; }
h1 { font-size: 24px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h2 { font-size: 19px; line-height: 1.3; font-weight: 650; }
h3 { font-size: 15px; line-height: 1.4; font-weight: 600; }
h3 a { color: inherit; }
h4 { font-size: 12px; font-weight: 600; color: var(--t3); }
p code, dd code, li code, td code, th code, summary code {
  background: var(--hover); border-radius: 3px; padding: 1px 4px; color: var(--t1);
}
th code { background: none; padding: 0; }
a code { color: var(--accent) !important; }

.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; z-index: 2; background: var(--surface); padding: 6px 10px; }
.bar {
  position: sticky; top: 0; z-index: 1; height: var(--bar); padding: 0 20px; display: flex; gap: 24px; align-items: center;
  background: var(--surface); border-bottom: 1px solid var(--line);
}
.bar strong { font-weight: 650; }
.bar nav { display: flex; gap: 4px; }
.bar nav a { color: var(--t2); padding: 5px 10px; border-radius: 5px; }
.bar nav a[aria-current] { color: var(--t1); background: var(--hover); font-weight: 600; }
.frame { display: grid; grid-template-columns: 272px minmax(0, 1fr); align-items: start; }
main { padding: 28px 32px 96px; max-width: 1360px; }

.side {
  position: sticky; top: var(--bar); max-height: calc(100vh - var(--bar)); overflow: auto; padding: 20px 12px 40px 20px;
  border-right: 1px solid var(--line); font-size: 13px;
}
.side ul { list-style: none; margin: 0; padding: 0; }
.side > ul > li { margin-bottom: 14px; }
.side > ul > li > a { color: var(--t1); font-weight: 600; display: block; padding: 2px 6px; }
.side li li a { display: flex; gap: 7px; align-items: baseline; padding: 3px 6px; border-radius: 4px; color: var(--t2); line-height: 1.35; }
.side li li a:hover { background: var(--hover); text-decoration: none; color: var(--t1); }
.side li li span:last-child { min-width: 0; overflow-wrap: anywhere; }
.side .method { flex: 0 0 42px; }

.noun { margin-top: 40px; border-top: 1px solid var(--strong); padding-top: 20px; }
.noun > p { color: var(--t2); margin-top: 2px; max-width: 72ch; }
.noun.prose { margin-top: 14px; border: 0; padding: 0; }
.prose h2 { margin-top: 26px; }
.prose h3 { margin-top: 16px; }
.prose p + p { margin-top: 6px; }
.endpoint {
  display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 460px); gap: 10px 36px; align-items: start;
  padding: 24px 0; border-top: 1px solid var(--line);
}
.noun > h2 + p + .endpoint { border: 0; }
.said > * + *, .shown > * + * { margin-top: 8px; }
.said p { max-width: 72ch; }
.route { display: flex; gap: 8px; align-items: baseline; }
.route code { background: none; padding: 0; font-size: 13px; min-width: 0; }
.method { font: 600 11px/1 var(--mono); color: var(--t2); }
.get { color: var(--get); } .post { color: var(--post); } .patch { color: var(--patch); } .delete { color: var(--delete); }
@media (min-width: 1181px) { .shown { position: sticky; top: calc(var(--bar) + 16px); } }
.quiet, .facts { color: var(--t3); font-size: 13px; }
.shown h4 + pre { margin-top: 4px; }
pre {
  margin: 0; padding: 10px 12px; max-height: 320px; overflow: auto; background: var(--surface); border: 1px solid var(--line);
  border-radius: 6px; line-height: 1.5; font-size: 12px; color: var(--t2); tab-size: 2;
}
pre code { font-size: inherit; }

table { width: 100%; border-collapse: collapse; font-size: 13px; }
caption { text-align: left; font-size: 12px; font-weight: 600; color: var(--t3); padding: 6px 0 4px; }
thead th { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
td, tbody th { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-top: 1px solid var(--line); font-weight: 400; }
tbody th { width: 30%; overflow-wrap: anywhere; }
tbody th em { display: block; font-style: normal; font-size: 11.5px; color: var(--t3); }
td:nth-child(2) { width: 24%; color: var(--t2); }
td:last-child { padding-right: 0; color: var(--t2); }
.words { display: block; line-height: 1.8; }

details summary { cursor: pointer; color: var(--t2); font-size: 13px; padding: 3px 0; width: fit-content; }
details summary:hover { color: var(--t1); }
.members { margin: 10px 0 6px; max-width: 860px; }
.errors dl { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 4px 8px; margin: 6px 0 0; font-size: 13px; }
.errors dt { color: var(--t3); font-variant-numeric: tabular-nums; }
.errors dd { margin: 0; line-height: 1.8; }
.languages a { display: inline-block; padding: 2px 8px; border-radius: 4px; }
.languages a[aria-current] { background: var(--accent-soft); font-weight: 600; }
:target > .said > h3, h2:target, h3:target { box-shadow: -3px 0 0 var(--app), -5px 0 0 var(--accent); padding-left: 6px; margin-left: -6px; }

.coverage > p, .coverage > ul { max-width: 80ch; margin-top: 10px; color: var(--t2); }
.coverage > h2 { margin: 32px 0 10px; }
.coverage .scroll { overflow-x: auto; }
.coverage table { min-width: 760px; }
.coverage thead th {
  position: static; clip-path: none; width: auto; height: auto; padding: 6px 14px 6px 0; text-align: left; color: var(--t3);
}
.coverage td, .coverage td:nth-child(2) { width: auto; text-align: left; padding: 6px 14px 6px 0; overflow-wrap: break-word; }
.coverage td:last-child { width: 34%; }
.coverage .word { white-space: nowrap; }
.coverage td code { background: none; padding: 0; }

@media (max-width: 1180px) {
  .endpoint { grid-template-columns: minmax(0, 1fr); }
  .shown pre { max-height: 260px; }
}
@media (max-width: 820px) {
  .frame { display: block; }
  .bar { padding: 0 16px; gap: 12px; overflow-x: auto; }
  .bar nav a { padding: 5px 7px; }
  main { padding: 16px 16px 64px; }
  .side { position: static; max-height: none; border: 0; border-bottom: 1px solid var(--line); padding: 12px 16px; }
  .side > ul { display: flex; flex-wrap: wrap; gap: 2px 4px; }
  .side > ul > li { margin: 0; }
  .side > ul > li > a { font-weight: 400; color: var(--accent); padding: 4px 6px; }
  .side ul ul { display: none; }
  tbody tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; padding: 6px 0; border-top: 1px solid var(--line); }
  td, tbody th { border: 0; padding: 0; width: auto; }
  td:nth-child(2) { width: auto; text-align: right; }
  td:last-child { grid-column: 1 / -1; }
  .coverage tbody tr { display: table-row; }
  .coverage td { border-top: 1px solid var(--line); }
  tbody th em { display: inline; margin-left: 4px; }
}
@media print {
  .bar, .side { display: none; }
  pre { max-height: none; white-space: pre-wrap; }
}
`
