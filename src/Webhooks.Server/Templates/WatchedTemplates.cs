using Microsoft.Extensions.Logging;
using Webhooks.Admission.Templates;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Files;

namespace Webhooks.Server.Templates;

/// <summary>The templates of a folder: in force from the start, and within 2 s of each change.</summary>
/// <remarks>
/// One caller looks; the properties may be read from any thread. A change is read when the files have kept still from
/// one look to the next, so that nobody's half-written file is read as whole; in a folder that never keeps still, from
/// the third look on. What changes while it is read is read again, so that a set is never half old and half new.
/// </remarks>
internal sealed class WatchedTemplates
{
    /// <summary>How many looks wait for the files to keep still.</summary>
    private const int MostWaits = 2;

    /// <summary>How many times files that change during the reading are read before the next look.</summary>
    private const int MostAttempts = 5;

    /// <summary>What could not be read is tried again after so many looks: a permission that is given changes nothing that a look sees.</summary>
    private const int LooksToRetry = 4;

    private readonly string _folder;
    private readonly string _annotationPrefix;
    private readonly TemplatesInForce _inForce;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly FileWatch _watch;
    private volatile TemplateReport _report = new(RetainedTemplates.None, []);
    private long _errors;
    private int _waits;
    private int _looksSinceReading;

    private WatchedTemplates(string folder, string annotationPrefix, TemplatesInForce inForce, TimeProvider time, ILogger logger)
    {
        (_folder, _annotationPrefix, _inForce, _time, _logger) = (folder, annotationPrefix, inForce, time, logger);
        _watch = new FileWatch(Stamp, time);
    }

    /// <summary>The templates in force with their versions, sorted by name.</summary>
    public IReadOnlyList<(string Template, string Hash)> InForce
    {
        get
        {
            TemplateSet templates = _report.Retained.Templates;
            return [.. templates.Names.Select(name => (name, templates.Find(name)!.Hash))];
        }
    }

    /// <summary>How many problems were found so far, each counted when it is first seen, and how many times something could not be read.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>How many templates are broken now, documents that can't be read included.</summary>
    public int Broken => _report.Broken;

    /// <summary>How many templates are in force though they were deleted.</summary>
    public int Deleted => _report.Missing;

    /// <summary>How they stand, in one line of bounded length.</summary>
    public string Summary => _report.Summary();

    /// <summary>Reads a folder and puts its templates in force; broken ones are left out.</summary>
    /// <param name="folder">The folder, or a single file.</param>
    /// <param name="annotationPrefix">The prefix under which templates bring no annotations.</param>
    /// <param name="inForce">Where they are put in force.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Gets a line for each template, problem and change.</param>
    /// <exception cref="CommandException">It is not there, or something in it can't be read.</exception>
    public static WatchedTemplates Load(string folder, string annotationPrefix, TemplatesInForce inForce, TimeProvider time, ILogger logger)
    {
        WatchedTemplates templates = new(folder, annotationPrefix, inForce, time, logger);
        templates._watch.Mark();
        FolderReading? undisturbed = templates.ReadUndisturbed();
        FolderReading reading = undisturbed ?? TemplateFolder.Read(folder, annotationPrefix);
        if (reading.Failures.Count > 0)
        {
            throw new CommandException(reading.Failures);
        }

        templates.Apply(reading);
        templates._waits = undisturbed == null ? MostWaits : 0;
        logger.Loaded(folder, inForce.Current.Names.Count);
        return templates;
    }

    /// <summary>Looks every half second and puts in force what changed, until cancelled.</summary>
    public Task WatchAsync(CancellationToken cancellation) => _watch.EachLookAsync(Looked, cancellation);

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

    private bool IsDue() => (_report.Failures.Count > 0 && _looksSinceReading >= LooksToRetry) || _report.Retained.IsDue(_time.GetUtcNow());

    private void Apply(FolderReading reading)
    {
        TemplateReport before = _report;
        (RetainedTemplates next, TemplateChanges changes) = before.Retained.After(reading.Loaded, reading.Failures.Count == 0, _time.GetUtcNow());
        _inForce.Replace(next.Templates);
        _report = new TemplateReport(next, reading.Failures);
        Interlocked.Add(ref _errors, changes.Problems.Count + reading.Failures.Count);
        _looksSinceReading = 0;
        foreach (string failure in reading.Failures.Except(before.Failures))
        {
            _logger.Unreadable(failure);
        }

        if (reading.Failures.Count == 0 && before.Failures.Count > 0)
        {
            _logger.Readable(_folder);
        }

        _logger.Changes(changes, next.Templates);
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
