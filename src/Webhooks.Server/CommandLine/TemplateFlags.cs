using System.CommandLine;
using System.CommandLine.Parsing;
using Webhooks.Client.Configuration;

namespace Webhooks.Server.CommandLine;

/// <summary>The options that say where templates come from: a folder, or a cluster.</summary>
internal sealed class TemplateFlags
{
    private readonly Option<string?> _folder = new("--templates")
    {
        Description = "Folder of templates, watched, instead of a cluster's: ConfigMaps named <template>-initializer, or bare <template>.yaml files.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _kubeconfig = new("--kubeconfig")
    {
        Description = "Kubeconfig file of the cluster whose templates to follow. [default: the cluster that this pod runs in]",
        HelpName = "FILE",
    };

    private readonly Option<string?> _context = new("--context")
    {
        Description = "Context of that file. [default: its current one]",
        HelpName = "NAME",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_folder, _kubeconfig, _context])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (Problem(result) is { } problem)
            {
                result.AddError(problem);
            }
        });
    }

    /// <summary>The folder; <c>null</c> where templates come from a cluster.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(_folder);

    /// <summary>The cluster; <c>null</c> where templates come from a folder.</summary>
    /// <exception cref="CommandException">The kubeconfig file, or what the pod is told, can't be used.</exception>
    public ClientOptions? Cluster(ParseResult parsed)
    {
        if (Folder(parsed) != null)
        {
            return null;
        }

        try
        {
            return parsed.GetValue(_kubeconfig) is { } file ? Kubeconfig.Load(file).Resolve(parsed.GetValue(_context)) : InClusterConfiguration.Read();
        }
        catch (ConfigurationException failure)
        {
            throw new CommandException(failure.Message);
        }
    }

    private string? Problem(CommandResult result)
    {
        bool hasFolder = result.GetValue(_folder) != null;
        string? file = result.GetValue(_kubeconfig);
        return hasFolder && file != null ? "--templates reads a folder and --kubeconfig a cluster: leave out one of them"
            : result.GetValue(_context) != null && file == null ? "--context chooses within a kubeconfig file: it needs --kubeconfig"
            : file?.Length == 0 ? "--kubeconfig: name a file"
            : !hasFolder && file == null && !InClusterConfiguration.IsPossible()
                ? "no templates to serve: give --templates DIR, or --kubeconfig FILE for those of a cluster; a pod with its ServiceAccount's token needs neither"
            : null;
    }
}
