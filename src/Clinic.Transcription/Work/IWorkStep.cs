using Clinic.Abstractions;

namespace Clinic.Transcription.Work;

/// <summary>Does one kind of work; every effect of its own is a commit that may be found done already.</summary>
public interface IWorkStep
{
    /// <summary>The permanent name, such as <c>transcribe</c>.</summary>
    string Kind { get; }

    /// <summary>Whether it is tried for ever, however often it fails: what the law or the patient asks for.</summary>
    bool NeverGivesUp => false;

    /// <summary>Does a piece that is leased; the token is cancelled when the lease is lost.</summary>
    Task<WorkResult> RunAsync(WorkLease lease, CancellationToken cancellationToken);

    /// <summary>Stages what follows when a piece is given up, in the same commit.</summary>
    Task GivenUpAsync(IUnit unit, WorkItem item, CancellationToken cancellationToken);
}
