using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What every page is held to: the rules of axe-core, edges that can be seen, and the width of its window.</summary>
internal static class PageAudit
{
    // WCAG 2.2, 1.4.11: what tells a control from the page has a contrast of 3:1. Axe-core has no rule for it.
    private const string FaintEdges =
        """
        () => {
          const levels = color => color.match(/[\d.]+/g).map(Number);
          const light = color => {
            const [r, g, b] = levels(color).slice(0, 3).map(level => level / 255).map(level => level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
          };
          const behind = element => {
            for (let at = element.parentElement; at; at = at.parentElement) {
              const color = getComputedStyle(at).backgroundColor;
              if ((levels(color)[3] ?? 1) === 1) return color;
            }
            return 'rgb(255, 255, 255)';
          };
          const controls = [...document.querySelectorAll('input, select, textarea, button')].filter(one => one.checkVisibility() && !one.disabled);
          return controls.flatMap(one => {
            const [low, high] = [getComputedStyle(one).borderTopColor, behind(one)].map(light).sort((a, b) => a - b);
            return high / low >= 3 ? [] : [`${one.id || one.textContent}: ${(high / low).toFixed(2)}`];
          }).concat(controls.length ? [] : ['no control is visible']);
        }
        """;

    public static async Task PassesAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(static found => $"{found.Id}: {found.Help} {string.Join(' ', found.Nodes.Select(static node => node.Html))}"));
        Assert.Empty(await page.EvaluateAsync<string[]>(FaintEdges));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }
}
