namespace Webhooks.Resources.Yaml;

/// <summary>
/// A document's share of a stream, in bytes. The sections of a stream lie side by side and cover it, so that
/// writing some as they are and others anew gives the stream again.
/// </summary>
/// <param name="Start">The first byte: of its line <c>---</c>, where it has one.</param>
/// <param name="ContentStart">
/// The first byte behind that line, or behind <c>---</c> where content follows on it; of JSON the value's first byte.
/// </param>
/// <param name="End">The first byte of the next section, or the stream's length.</param>
/// <param name="Line">The line, from 1, on which its text starts.</param>
/// <param name="Form">How it is written.</param>
public readonly record struct YamlSection(int Start, int ContentStart, int End, int Line, YamlForm Form)
{
    /// <summary>Where the text to parse starts: the content, or before it where directives or an inline <c>---</c> belong to it.</summary>
    internal int TextStart { get; init; }

    /// <summary>Of JSON the first byte behind the value, else <see cref="End"/>.</summary>
    internal int ContentEnd { get; init; }
}
