using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>Writes documents as one YAML stream: those that did not change as the bytes that came.</summary>
internal sealed class YamlOutput(Stream output)
{
    private SourceFile? _rawFile;
    private bool _isEmpty = true;
    private bool _endsLine = true;

    public void Add(DocumentOutcome outcome)
    {
        SourceDocument document = outcome.Document;
        if (outcome.IsAsItCame)
        {
            Separate(document.Raw, isContinued: _rawFile == document.File);
            Write(document.Raw);
            _rawFile = document.File;
        }
        else if (!outcome.Result.IsMissing)
        {
            using PooledBuffer text = new();
            YamlWriter.Write(outcome.Result, text);
            ReadOnlySpan<byte> prefix = document.Section.Form == YamlForm.Json ? default : document.RawPrefix;
            Separate(prefix, isContinued: false);
            Write(prefix);
            EndLine();
            Write(text.WrittenSpan);
            _rawFile = null;
        }
    }

    /// <summary>
    /// Two documents need a line <c>---</c> between them, unless they come from one file as they are; before
    /// directives it must be <c>...</c>, or they would be a document themselves.
    /// </summary>
    private void Separate(ReadOnlySpan<byte> next, bool isContinued)
    {
        if (isContinued || _isEmpty)
        {
            return;
        }

        EndLine();
        if (!next.StartsWith("---"u8))
        {
            Write(next.StartsWith("%"u8) ? "...\n"u8 : "---\n"u8);
        }
    }

    private void EndLine()
    {
        if (!_endsLine)
        {
            Write("\n"u8);
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            output.Write(bytes);
            _isEmpty = false;
            _endsLine = bytes[^1] == (byte)'\n';
        }
    }
}
