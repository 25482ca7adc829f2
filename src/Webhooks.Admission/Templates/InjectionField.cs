namespace Webhooks.Admission.Templates;

/// <summary>One field of a template's <c>injection</c> block.</summary>
/// <param name="Name">The field.</param>
/// <param name="Values">What it may say: the words that it knows, or its form.</param>
/// <param name="Default">What it says when it is not there; empty: nothing.</param>
internal sealed record InjectionField(string Name, string Values, string Default)
{
    /// <summary>The words that it knows; none for a field that is no choice.</summary>
    public string[] Words { get; private init; } = [];

    /// <summary>A field that takes one of some words.</summary>
    /// <param name="name">The field.</param>
    /// <param name="words">The words.</param>
    /// <param name="defaultWord">The word that it says when it is not there; empty: none.</param>
    public static InjectionField Choice(string name, string[] words, string defaultWord) =>
        new(name, string.Join(", ", words), defaultWord) { Words = words };
}
