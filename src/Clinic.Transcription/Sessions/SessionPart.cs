namespace Clinic.Transcription.Sessions;

/// <summary>Who of those with the role may give a command.</summary>
internal enum SessionPart
{
    /// <summary>The responsible physician only.</summary>
    Physician,

    /// <summary>The responsible physician and the assistant.</summary>
    Participants,

    /// <summary>They, and supervisors of the site.</summary>
    Supervised,

    /// <summary>Anybody of the site with the role.</summary>
    Site,
}
