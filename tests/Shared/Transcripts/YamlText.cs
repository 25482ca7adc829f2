namespace Webhooks.Shared.Transcripts;

/// <summary>Answers in YAML, which are compared as they are written.</summary>
internal static class YamlText
{
    private const string Member = "  managedFields:";

    /// <summary>An object's text without its managed fields: the recorder left them out.</summary>
    public static string WithoutManagedFields(string text)
    {
        List<string> kept = [];
        bool isInside = false;
        foreach (string line in text.Split('\n'))
        {
            // Their items are as deep as they are, and what is in these is deeper.
            isInside = line == Member || (isInside && (line.StartsWith("  -", StringComparison.Ordinal) || line.StartsWith("   ", StringComparison.Ordinal)));
            if (!isInside)
            {
                kept.Add(line);
            }
        }

        return string.Join('\n', kept);
    }
}
