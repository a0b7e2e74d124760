using Clinic.Transcription.Live;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Work;

namespace Clinic.Transcription;

/// <summary>What a clinic decides about its recordings, transcripts and reports.</summary>
public sealed class TranscriptionOptions
{
    /// <summary>The language of a session where nobody says it.</summary>
    /// <value>Default <c>es</c>; <c>es</c> or <c>en</c>.</value>
    public string Language { get; set; } = "es";

    /// <summary>How long things of a session live, and which engines may listen.</summary>
    public SessionOptions Sessions { get; } = new();

    /// <summary>How the queue leases and repeats work.</summary>
    public WorkOptions Work { get; } = new();

    /// <summary>How running sessions are shown.</summary>
    public LiveOptions Live { get; } = new();

    /// <summary>Whether words can be searched for.</summary>
    public SearchOptions Search { get; } = new();
}
