using Webhooks.Resources.Json;

namespace Webhooks.Resources.Yaml;

/// <summary>
/// Reads YAML as kubectl does: sigs.k8s.io/yaml, which is YAML 1.1 by go-yaml v2's rules turned into JSON.
/// </summary>
/// <remarks>
/// What kubectl refuses is refused, save surrogate pairs in JSON documents; what it reads is read to the same value,
/// or refused where the scanner beneath differs. Text behind the end of a document, which kubectl passes over
/// silently, is refused. Thread safe. Cost: linear; for 64 KiB of any input below 1 s and 64 MB at the default limits.
/// </remarks>
public static class YamlReader
{
    /// <summary>Reads a text of one document.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="limits">Default: <see cref="YamlLimits.Default"/>.</param>
    /// <exception cref="YamlFormatException">It can't be read, exceeds a limit, or has no document or several.</exception>
    public static YamlDocument ReadSingle(ReadOnlyMemory<byte> utf8, YamlLimits? limits = null)
    {
        YamlSection? found = null;
        foreach (YamlSection section in YamlStream.Split(utf8, limits))
        {
            if (section.Form == YamlForm.Empty)
            {
                continue;
            }

            found = found is null ? section : throw new YamlFormatException("only one document is expected", section.Line, 1);
        }

        return found is { } only
            ? Read(utf8, only, limits)
            : throw new YamlFormatException("there is no document, or nothing but comments", 1, 1);
    }

    /// <summary>Reads one document of a stream.</summary>
    /// <param name="utf8">The stream.</param>
    /// <param name="section">The document, as <see cref="YamlStream.Split"/> found it in that stream.</param>
    /// <param name="limits">Default: <see cref="YamlLimits.Default"/>.</param>
    /// <exception cref="YamlFormatException">It can't be read, or exceeds a limit.</exception>
    /// <exception cref="ArgumentException">The section is empty: it has no value.</exception>
    public static YamlDocument Read(ReadOnlyMemory<byte> utf8, YamlSection section, YamlLimits? limits = null)
    {
        limits ??= YamlLimits.Default;
        return section.Form switch
        {
            YamlForm.Yaml => ReadYaml(utf8[section.TextStart..section.End], section.Line, limits),
            YamlForm.Json => YamlJsonSection.Read(utf8, section, limits),
            _ => throw new ArgumentException("an empty section has no value", nameof(section)),
        };
    }

    private static YamlDocument ReadYaml(ReadOnlyMemory<byte> utf8, int line, YamlLimits limits)
    {
        string text = YamlDecoding.Decode(utf8.Span, line);
        YamlTape tape = YamlComposer.Compose(text, line, limits.MaxDepth);
        if (tape.Count == 0)
        {
            throw new YamlFormatException("there is no document here", line, 1);
        }

        (byte[] json, YamlPosition[] positions) = YamlJson.Write(tape, limits);
        JsonTree tree = JsonTree.Parse(json, JsonPolicy.Strict with { MaxDepth = limits.MaxDepth, MaxBytes = JsonPolicy.LargestText });
        return new(tree, tape.Duplicates, [], value => positions[value.Row]);
    }
}
