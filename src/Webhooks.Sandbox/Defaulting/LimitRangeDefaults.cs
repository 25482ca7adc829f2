using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of LimitRanges: of containers, the limit is the most, the request is the limit, or else the least.</summary>
internal static class LimitRangeDefaults
{
    /// <summary>Fills a LimitRange.</summary>
    public static void Fill(JsonDraft range)
    {
        foreach (JsonDraft limit in range.Find("spec")?.List("limits") ?? [])
        {
            if (limit.Text("type") == "Container")
            {
                limit.Child("default").FillFrom(limit.Find("max"));
                limit.Child("defaultRequest").FillFrom(limit.Find("default"));
                limit.Child("defaultRequest").FillFrom(limit.Find("min"));
            }
        }
    }
}
