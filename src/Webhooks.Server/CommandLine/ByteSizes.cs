using System.CommandLine;
using Webhooks.Resources.Quantities;

namespace Webhooks.Server.CommandLine;

/// <summary>Options that take a number of bytes, plain or as a quantity.</summary>
internal static class ByteSizes
{
    /// <summary>An option for a size.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it sets.</param>
    /// <param name="standard">Its value when it is not given, as somebody would write it.</param>
    /// <param name="least">The smallest that makes sense, in bytes.</param>
    /// <param name="most">The largest, in bytes.</param>
    public static Option<string> Create(string name, string description, string standard, long least, long most)
    {
        Option<string> option = new(name)
        {
            Description = $"{description}, in bytes or as a quantity such as 8Mi.",
            HelpName = "SIZE",
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !(BytesOf(text) >= least && BytesOf(text) <= most))
            {
                result.AddError($"{name}: '{text}' is no size from {least} to {most} bytes, such as 8Mi");
            }
        });
        return option;
    }

    /// <summary>The value of such an option, in bytes.</summary>
    public static long Read(ParseResult parsed, Option<string> option) =>
        BytesOf(parsed.GetRequiredValue(option)) ?? throw new CommandException($"{option.Name}: no size");

    private static long? BytesOf(string text) => Quantity.TryParse(text, out Quantity quantity) ? quantity.Value : null;
}
