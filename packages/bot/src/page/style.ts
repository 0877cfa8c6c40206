/** How a page looks: on a screen, light or dark, wide or narrow, and on paper. */
export const style = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f24; --soft: #59636e; --line: #d8dee4; --shade: #f4f6f8; --bar: #4477aa; --good: #1a7f37; --doubtful: #8a5a00; --bad: #b3261e; --neutral: #30527a; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #14171b; --ink: #e6e9ed; --soft: #9aa4af; --line: #343b44; --shade: #1f242a; --bar: #77aadd; --good: #56d364; --doubtful: #e3b341; --bad: #ff8a80; --neutral: #8ab8ee; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 Inter, system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { margin: 2.5rem 0 1.5rem; padding-left: 1rem; border-left: 0.35rem solid; }
header.good { border-color: var(--good); } header.doubtful { border-color: var(--doubtful); }
header.bad { border-color: var(--bad); } header.neutral { border-color: var(--neutral); }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.3; text-wrap: balance; }
h2 { margin: 2.25rem 0 0.75rem; font-size: 1.15rem; }
figure { margin: 0; } img { display: block; width: 100%; height: auto; }
dl { margin: 0; } dl > div { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; padding: 0.4rem 0; border-top: 1px solid var(--line); }
dt { color: var(--soft); } dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; } dd + dd { margin-top: 0.3rem; }
ol, ul { margin: 0; padding-left: 1.5rem; } ol > li { margin: 0 0 0.9rem; } ul { margin-top: 0.75rem; } ul > li { margin: 0 0 0.3rem; } li p { margin: 0.3rem 0 0; color: var(--soft); }
code { padding: 0.15em 0.4em; border-radius: 0.3em; background: var(--shade); font: 0.92em ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 0.5rem; color: var(--soft); text-align: left; }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; border-top: 1px solid var(--line); text-align: left; white-space: nowrap; }
thead th { border: 0; color: var(--soft); font-weight: normal; } thead td { border: 0; } tbody th { font-weight: 600; }
.number { text-align: right; } .number + td:not(.number):not(.bar), .number + th:not(.number) { padding-left: 0.5rem; }
.bar { width: 30%; min-width: 6rem; } .bar span { display: block; height: 0.7rem; border-radius: 0.2rem; background: var(--bar); }
footer { margin: 3rem auto 2rem; color: var(--soft); font-size: 0.9rem; }
@media (max-width: 34rem) { dl > div { grid-template-columns: 1fr; } dd { grid-column: 1; } h1 { font-size: 1.3rem; } }
@media print { body { font-size: 10pt; } main, footer { max-width: none; padding: 0; } header { margin-top: 0; } section, tr, li, figure { break-inside: avoid; } figure { max-width: 16cm; } .bar span { print-color-adjust: exact; } }
`;
