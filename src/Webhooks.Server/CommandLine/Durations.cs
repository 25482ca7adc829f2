using System.CommandLine;
using Webhooks.Resources.Literals;

namespace Webhooks.Server.CommandLine;

/// <summary>Options that take a duration as Go writes it.</summary>
internal static class Durations
{
    /// <summary>A timer takes seven weeks at most; nobody means more than this.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromHours(24);

    /// <summary>An option whose value is zero to 24 hours.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it sets.</param>
    /// <param name="standard">Its value when it is not given, as somebody would write it.</param>
    public static Option<string> Create(string name, string description, string standard)
    {
        Option<string> option = new(name)
        {
            Description = $"{description}.",
            HelpName = "DURATION",
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && (!GoDuration.TryParse(text, out TimeSpan duration) || duration < TimeSpan.Zero || duration > Most))
            {
                result.AddError($"{name}: '{text}' is no duration from 0s to 24h, such as 500ms, 60s or 15m");
            }
        });
        return option;
    }

    /// <summary>The value of such an option.</summary>
    public static TimeSpan Read(ParseResult parsed, Option<string> option) =>
        GoDuration.TryParse(parsed.GetRequiredValue(option), out TimeSpan duration) ? duration : throw new CommandException($"{option.Name}: no duration");
}
