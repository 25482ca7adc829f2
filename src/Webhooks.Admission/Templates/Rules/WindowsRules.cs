using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Options of Windows containers and pods: whose credentials, which user.</summary>
internal static class WindowsRules
{
    private const int LongestSpec = 64 * 1024;
    private const int LongestDomain = 255;
    private const int LongestUser = 104;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string Label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static readonly SearchValues<char> NeverInUser = SearchValues.Create("\"/\\:;|=,+*?<>@[]");
    private static readonly Lazy<Regex> NetBios = new(() => new Regex(@"\A[^\\/:*?""<>|.][^\\/:*?""<>|]{0,14}\z", Linear));
    private static readonly Lazy<Regex> DnsName = new(() => new Regex($@"\A{Label}(?:\.{Label})*\z", Linear));

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field holder in template.Containers.Select(container => container.Field).Prepend(template.Root))
        {
            Field options = holder["securityContext"]["windowsOptions"];
            if (options["gmsaCredentialSpecName"] is { IsSet: true } name)
            {
                findings.Invalid(name, DnsSubdomain.Problems(name.Text));
            }

            if (options["gmsaCredentialSpec"] is { IsSet: true } spec && SpecProblem(spec.Text) is { } specProblem)
            {
                findings.Invalid(spec, specProblem);
            }

            if (options["runAsUserName"] is { IsSet: true } user)
            {
                findings.Invalid(user, [.. UserProblems(user.Text)]);
            }
        }
    }

    private static string? SpecProblem(string spec) => Encoding.UTF8.GetByteCount(spec) switch
    {
        0 => "gmsaCredentialSpec cannot be an empty string",
        > LongestSpec => "gmsaCredentialSpec size must be under 64 KiB",
        _ => null,
    };

    private static IEnumerable<string> UserProblems(string name)
    {
        string[] parts = name.Split('\\');
        if (name.Length == 0)
        {
            return ["runAsUserName cannot be an empty string"];
        }

        if (name.Any(next => next is < ' ' or '\x7F'))
        {
            return ["runAsUserName cannot contain control characters"];
        }

        return parts.Length > 2
            ? ["runAsUserName cannot contain more than one backslash"]
            : DomainProblems(parts.Length == 2 ? parts[0] : null).Concat(NameProblems(parts[^1]));
    }

    private static IEnumerable<string> DomainProblems(string? domain)
    {
        if (domain != null && Encoding.UTF8.GetByteCount(domain) > LongestDomain)
        {
            yield return "runAsUserName's Domain length must be under 256 characters";
        }

        if (domain != null && !NetBios.Value.IsMatch(domain) && !DnsName.Value.IsMatch(domain))
        {
            yield return "runAsUserName's Domain doesn't match the NetBios nor the DNS format";
        }
    }

    private static IEnumerable<string> NameProblems(string user)
    {
        if (user.Length == 0)
        {
            yield return "runAsUserName's User cannot be empty";
        }
        else if (Encoding.UTF8.GetByteCount(user) > LongestUser)
        {
            yield return $"runAsUserName's User length must not be longer than {LongestUser} characters";
        }

        if (user.Length > 0 && user.All(next => next is '.' or ' '))
        {
            yield return "runAsUserName's User cannot contain only periods or spaces";
        }

        if (user.AsSpan().ContainsAny(NeverInUser))
        {
            yield return "runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]";
        }
    }
}
