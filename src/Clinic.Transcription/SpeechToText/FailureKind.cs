namespace Clinic.Transcription.SpeechToText;

/// <summary>What went wrong at a provider, of speech or of drafts, in one set of words.</summary>
public enum FailureKind
{
    /// <summary>The key is wrong or may not do this.</summary>
    Unauthorized,

    /// <summary>The account has no credit left.</summary>
    Quota,

    /// <summary>Too many requests at once; later it may work.</summary>
    RateLimited,

    /// <summary>The audio cannot be read.</summary>
    BadAudio,

    /// <summary>The request is not understood.</summary>
    BadRequest,

    /// <summary>The provider has trouble of its own.</summary>
    Unavailable,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The connection broke.</summary>
    ConnectionLost,

    /// <summary>The model declined to answer.</summary>
    Refused,

    /// <summary>The answer was cut.</summary>
    Truncated,

    /// <summary>The answer is not what was agreed.</summary>
    InvalidOutput,

    /// <summary>A filter of the provider held the answer back.</summary>
    ContentFiltered,

    /// <summary>Something that this version does not know.</summary>
    Unknown,
}
