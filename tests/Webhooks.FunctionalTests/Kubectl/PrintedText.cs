using System.Text.RegularExpressions;

namespace Webhooks.FunctionalTests.Kubectl;

/// <summary>What kubectl prints, with the same word in every run for each thing that is another one. Columns stay where they are.</summary>
internal static partial class PrintedText
{
    private static readonly (Regex What, string Word)[] Words =
    [
        (Uid(), "<uid>"),
        (Time(), "<time>"),
        (DiffTime(), "\t<time>"),
        (DescribedTime(), "<time>"),
        (ServerAddress(), "<server>"),
        (ResourceVersion(), "${before}<version>"),
        (TemporaryName(), "${before}<random>"),
        (Fingerprint(), "${before}<hash>"),
        (TokenText(), "<token>"),
        (ClientVersion(), "${before}<version>"),
        (PodName(), "${before}-xxxxx"),
        (EventName(), "${before}<time>"),
        (PodAddress(), "10.244.0.x"),
    ];

    /// <summary>The text with those words.</summary>
    public static string Normalize(string text) =>
        Age().Replace(Words.Aggregate(text, (done, next) => next.What.Replace(done, next.Word)), match => "0s".PadRight(match.Groups["padding"].Length > 0 ? match.Length : 0));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uid();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    /// <summary>As <c>diff -u</c> writes when a file was changed.</summary>
    [GeneratedRegex(@"\t\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ [+-]\d{4}")]
    private static partial Regex DiffTime();

    /// <summary>As <c>describe</c> writes it.</summary>
    [GeneratedRegex(@"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")]
    private static partial Regex DescribedTime();

    [GeneratedRegex(@"(https://)?127\.0\.0\.1:\d+", RegexOptions.ExplicitCapture)]
    private static partial Regex ServerAddress();

    [GeneratedRegex("(?<before>resourceVersion\\\\?\"?: ?\\\\?\"|Resource Version: +)\\d+", RegexOptions.ExplicitCapture)]
    private static partial Regex ResourceVersion();

    /// <summary>Folders of <c>diff</c>, files of <c>edit</c>.</summary>
    [GeneratedRegex("(?<before>LIVE-|MERGED-|kubectl-edit-)[0-9]+", RegexOptions.ExplicitCapture)]
    private static partial Regex TemporaryName();

    /// <summary>The administrator's certificate.</summary>
    [GeneratedRegex("(?<before>X509SHA256=)[0-9a-f]{64}", RegexOptions.ExplicitCapture)]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")]
    private static partial Regex TokenText();

    /// <summary>The kubectl's, not the server's.</summary>
    [GeneratedRegex(@"(?<before>(Client|Kustomize) Version: |version difference between client )(v?\d\S+|\(\d\S+\))", RegexOptions.ExplicitCapture)]
    private static partial Regex ClientVersion();

    /// <summary>A pod of a ReplicaSet: after the hash five letters of those that make no words.</summary>
    [GeneratedRegex(@"(?<before>-[bcdfghjklmnpqrstvwxz2456789]{6,10})-[bcdfghjklmnpqrstvwxz2456789]{5}\b", RegexOptions.ExplicitCapture)]
    private static partial Regex PodName();

    /// <summary>An Event that a recorder wrote: behind its object's name the nanoseconds.</summary>
    [GeneratedRegex(@"(?<before>[a-z0-9]\.)[0-9a-f]{16}\b", RegexOptions.ExplicitCapture)]
    private static partial Regex EventName();

    /// <summary>Pods of one ReplicaSet get theirs in any order.</summary>
    [GeneratedRegex(@"10\.244\.\d+\.\d+")]
    private static partial Regex PodAddress();

    /// <summary>A number of seconds that stands alone; not one of a toleration.</summary>
    [GeneratedRegex(@"(?<= |\(|^)(?<!for )\d{1,2}s(?<padding> +(?=\S)|(?=$|\)))", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Age();
}
