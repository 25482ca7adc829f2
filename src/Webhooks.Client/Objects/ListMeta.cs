namespace Webhooks.Client.Objects;

/// <summary>What a list says of itself.</summary>
internal sealed record ListMeta
{
    /// <summary>Without anything.</summary>
    public static ListMeta Empty { get; } = new();

    /// <summary>The version of the whole list.</summary>
    public string ResourceVersion { get => field; init => field = value ?? ""; } = "";

    /// <summary>The token of the next page; empty when there is none.</summary>
    public string Continue { get => field; init => field = value ?? ""; } = "";

    /// <summary>How many objects come after this page.</summary>
    public long? RemainingItemCount { get; init; }
}
