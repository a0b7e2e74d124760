using Clinic.Abstractions;

namespace Clinic.Transcription.Searching;

/// <summary>The words of transcripts and reports, in clear and folded; switched off by an option, because no key protects them.</summary>
/// <remarks>Changes are staged, so that text and index change in one commit. Safe for concurrent use.</remarks>
public interface ITranscriptIndex
{
    /// <summary>Whether it lies on another machine, where what was removed may stay in copies that nobody here reaches.</summary>
    bool IsElsewhere { get; }

    /// <summary>Entries by rank, the best first, then by the order in which they came; paged by their place.</summary>
    /// <remarks>Marks are places: a change between two pages may move an entry across them.</remarks>
    Task<Page<IndexHit>> SearchAsync(TenantId tenant, IndexQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>How the index of a clinic stands; null where nothing was ever indexed.</summary>
    Task<IndexState?> FindStateAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Stages an entry in the place of an older one of its key.</summary>
    void Put(IUnit unit, IndexDocument document);

    /// <summary>Stages the end of an entry; what is not there is no matter.</summary>
    void Remove(IUnit unit, IndexKey key);

    /// <summary>Stages the end of all entries of the clinic.</summary>
    void Clear(IUnit unit);

    /// <summary>Stages that the whole clinic is indexed in a form.</summary>
    void MarkBuilt(IUnit unit, int form);

    /// <summary>Sweeps the words of removed entries out of the files; while others read, a part may be left to the next sweep, and the state says so.</summary>
    Task SweepAsync(TenantId tenant, CancellationToken cancellationToken);
}
