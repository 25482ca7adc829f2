using Webhooks.Server.CommandLine;
using Webhooks.Server.Files;
using Webhooks.Server.Health;

namespace Webhooks.Server.Templates;

/// <summary>The templates of a folder: in force from the start, and within 2 s of each change.</summary>
/// <remarks>
/// One caller looks. A change is read when the files have kept still from one look to the next, so that nobody's
/// half-written file is read as whole; in a folder that never keeps still, from the third look on. What changes while it
/// is read is read again, so that a set is never half old and half new.
/// </remarks>
internal sealed class FolderTemplates : ITemplateSource
{
    /// <summary>How many looks wait for the files to keep still.</summary>
    private const int MostWaits = 2;

    /// <summary>How many times files that change during the reading are read before the next look.</summary>
    private const int MostAttempts = 5;

    /// <summary>What could not be read is tried again after so many looks: a permission that is given changes nothing that a look sees.</summary>
    private const int LooksToRetry = 4;

    private readonly string _folder;
    private readonly string _annotationPrefix;
    private readonly KeptTemplates _kept;
    private readonly FileWatch _watch;
    private int _waits;
    private int _looksSinceReading;

    private FolderTemplates(string folder, string annotationPrefix, KeptTemplates kept, TimeProvider time)
    {
        (_folder, _annotationPrefix, _kept) = (folder, annotationPrefix, kept);
        _watch = new FileWatch(Stamp, time);
    }

    /// <inheritdoc />
    public HealthState State => new(true, _kept.Summary);

    /// <summary>Reads a folder and puts its templates in force; broken ones are left out.</summary>
    /// <param name="folder">The folder, or a single file.</param>
    /// <param name="annotationPrefix">The prefix under which templates bring no annotations.</param>
    /// <param name="kept">Puts them in force.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CommandException">It is not there, or something in it can't be read.</exception>
    public static FolderTemplates Load(string folder, string annotationPrefix, KeptTemplates kept, TimeProvider time)
    {
        FolderTemplates templates = new(folder, annotationPrefix, kept, time);
        templates._watch.Mark();
        FolderReading? undisturbed = templates.ReadUndisturbed();
        FolderReading reading = undisturbed ?? TemplateFolder.Read(folder, annotationPrefix);
        if (reading.Failures.Count > 0)
        {
            throw new CommandException(reading.Failures);
        }

        templates.Apply(reading);
        templates._waits = undisturbed == null ? MostWaits : 0;
        kept.Begun();
        return templates;
    }

    /// <summary>Looks every half second and puts in force what changed, until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => _watch.EachLookAsync(Looked, cancellation);

    /// <summary>Looks once.</summary>
    internal void Look() => Looked(_watch.Look());

    private void Looked(bool isChanged)
    {
        _looksSinceReading++;
        if (isChanged && _waits < MostWaits)
        {
            _waits++;
        }
        else if (isChanged || _waits > 0 || IsDue())
        {
            // What was written just before it was read is read once more when it keeps still: a file system's clock is
            // too coarse to tell two such writes apart.
            if (ReadUndisturbed() is { } reading)
            {
                Apply(reading);
                _waits = isChanged ? 1 : 0;
            }
            else
            {
                _waits = MostWaits;
            }
        }
    }

    /// <summary><c>null</c> when the files changed during each reading.</summary>
    private FolderReading? ReadUndisturbed()
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            FolderReading reading = TemplateFolder.Read(_folder, _annotationPrefix);
            if (!_watch.Look())
            {
                return reading;
            }
        }

        return null;
    }

    private bool IsDue() => (_kept.HasFailures && _looksSinceReading >= LooksToRetry) || _kept.IsDue;

    private void Apply(FolderReading reading)
    {
        _looksSinceReading = 0;
        _kept.Apply(reading.Loaded, reading.Failures);
    }

    private string Stamp()
    {
        try
        {
            return FileStamp.Of(TemplateFolder.FilesOf(_folder));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{_folder}: {failure.GetType().Name}";
        }
    }
}
