using System.CommandLine;

namespace Webhooks.Server.CommandLine;

/// <summary>Options that take a TCP port.</summary>
internal static class Ports
{
    private const int Most = 65535;

    /// <summary>An option for a port to listen on.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What listens there.</param>
    /// <param name="standard">Its value when it is not given.</param>
    public static Option<int> Create(string name, string description, int standard)
    {
        Option<int> option = new(name)
        {
            Description = $"{description}; 0: any that is free.",
            HelpName = "PORT",
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > Most)
            {
                result.AddError($"{name}: must be 0 to {Most}");
            }
        });
        return option;
    }
}
