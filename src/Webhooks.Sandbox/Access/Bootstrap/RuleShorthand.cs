using System.Collections.Immutable;
using Webhooks.Sandbox.Access.Authorization;

namespace Webhooks.Sandbox.Access.Bootstrap;

/// <summary>Rules written briefly: lists are words between spaces, and come out sorted as the API server's do.</summary>
internal static class RuleShorthand
{
    /// <summary>The verbs that look.</summary>
    public const string Read = "get list watch";

    /// <summary>The verbs that change.</summary>
    public const string Write = "create delete deletecollection patch update";

    /// <summary>Both.</summary>
    public const string ReadWrite = Read + " " + Write;

    /// <summary>Verbs on resources of one group.</summary>
    public static PolicyRule On(string verbs, string group, string resources, string names = "") => new()
    {
        Verbs = Words(verbs),
        ApiGroups = [group],
        Resources = Words(resources),
        ResourceNames = Words(names),
    };

    /// <summary>The verb <c>get</c> on URLs.</summary>
    public static PolicyRule Urls(string urls) => new() { Verbs = ["get"], NonResourceUrls = Words(urls) };

    /// <summary>What lets a component write events.</summary>
    public static PolicyRule Events() => On("create patch update", "", "events") with { ApiGroups = ["", "events.k8s.io"] };

    private static ImmutableArray<string> Words(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
