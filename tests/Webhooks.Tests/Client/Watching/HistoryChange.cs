namespace Webhooks.Tests.Client.Watching;

/// <summary>A write to the model of a server.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="Type">What watches are told: <c>ADDED</c>, <c>MODIFIED</c> or <c>DELETED</c>.</param>
/// <param name="Name">The object's name.</param>
/// <param name="IsPoison">Whether no record can have what was written.</param>
internal sealed record HistoryChange(long Version, string Type, string Name, bool IsPoison)
{
    /// <summary>As the sink of the tests writes it.</summary>
    public string Text => $"{Name}@{Version}";

    public string Json => IsPoison ? WatchTexts.Poison(Text) : WatchTexts.Item(Text);

    public string Line => WatchTexts.Event(Type, Json);
}
