using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>The order of a list after an apply: items that only stood there keep their place among those that both have, which stand as applied.</summary>
internal static class MergedOrder
{
    /// <summary>The items in order: those that only stand there, once for each, with their value; the applied ones with theirs.</summary>
    public static IEnumerable<(string Element, JsonValue Standing, JsonValue Applied)> Of(
        List<(string Element, JsonValue Item)> standing, List<(string Element, JsonValue Item)> applied)
    {
        HashSet<string> isApplied = new(applied.Select(one => one.Element), StringComparer.Ordinal);
        HashSet<string> stands = new(standing.Select(one => one.Element), StringComparer.Ordinal);
        HashSet<string> merged = new(StringComparer.Ordinal);
        Queue<string> shared = new(applied.Select(one => one.Element).Where(stands.Contains));
        string? next = shared.TryDequeue(out string? first) ? first : null;
        int left = 0;
        int right = 0;
        while (left < standing.Count || right < applied.Count)
        {
            if (left < standing.Count)
            {
                string element = standing[left].Element;
                bool isNext = right < applied.Count && element == applied[right].Element;
                if (!isNext && right < applied.Count && isApplied.Contains(element) && next != null && next != element)
                {
                    // Both have it, and another comes first.
                    left++;
                    continue;
                }

                if (!isNext && !isApplied.Contains(element))
                {
                    yield return (element, standing[left++].Item, default);
                    continue;
                }

                if (isNext || merged.Contains(element))
                {
                    left++;
                }
            }

            if (right < applied.Count)
            {
                (string element, JsonValue item) = applied[right++];
                merged.Add(element);
                if (next == element)
                {
                    next = shared.TryDequeue(out string? following) ? following : null;
                }

                yield return (element, default, item);
            }
        }
    }
}
