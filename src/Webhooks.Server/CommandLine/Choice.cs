using System.CommandLine;

namespace Webhooks.Server.CommandLine;

/// <summary>Options that take one of a few words: completed in the shell, and refused with the option's name.</summary>
internal static class Choice
{
    public static void Among(Option<string> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } word && !words.Contains(word, StringComparer.Ordinal))
            {
                result.AddError($"{option.Name}: '{word}' is none of {string.Join(", ", words)}");
            }
        });
    }
}
