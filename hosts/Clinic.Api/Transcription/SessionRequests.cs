using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Api.Transcription;

/// <summary>Opens a recorded visit.</summary>
/// <param name="Patient">Whose visit it is.</param>
/// <param name="Physician">Who answers for it.</param>
/// <param name="Kind">A conversation, or a dictation.</param>
/// <param name="Assistant">Who helps; missing for the assistant who opens it.</param>
/// <param name="Encounter">The visit as the clinic's own system names it.</param>
/// <param name="Language">es or en; missing for the clinic's.</param>
public sealed record CreateSessionRequest(
    PatientId Patient, PersonId Physician, SessionKind Kind = SessionKind.Conversation, PersonId? Assistant = null, EncounterId? Encounter = null, string? Language = null)
{
    /// <summary>Nothing of the patient.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>A step that needs nothing but to be taken.</summary>
/// <param name="Version">The version of the session that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record SessionStepRequest(long? Version = null);

/// <summary>Lets a recording be heard again.</summary>
/// <param name="ReplaceCorrections">Whether what people corrected, brought or typed may be replaced too.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record HearAnewRequest(bool ReplaceCorrections = false, long? Version = null);

/// <summary>Ends a recorded visit.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record CancelSessionRequest(string? Reason = null, long? Version = null)
{
    /// <summary>The version only; reasons may be private.</summary>
    public override string ToString() => $"version {Version}";
}

/// <summary>Says who helps.</summary>
/// <param name="Assistant">The assistant; missing for none.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record AssignAssistantRequest(PersonId? Assistant = null, long? Version = null);

/// <summary>Lets nothing be erased.</summary>
/// <param name="Reason">Why, such as the number of a case.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record HoldSessionRequest(string Reason, long? Version = null)
{
    /// <summary>The version only; reasons may be private.</summary>
    public override string ToString() => $"version {Version}";
}
