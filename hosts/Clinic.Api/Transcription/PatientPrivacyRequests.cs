namespace Clinic.Api.Transcription;

/// <summary>Erases what may go of a patient.</summary>
/// <param name="Given">Who asked for it, and how.</param>
public sealed record ErasePatientRequest(GivenByRequest Given);

/// <summary>Ends the hold on a patient; there is nothing to say.</summary>
public sealed record ReleasePatientRequest;

/// <summary>Holds everything of a patient.</summary>
/// <param name="Reason">Why, such as the number of a case.</param>
public sealed record HoldPatientRequest(string Reason)
{
    /// <summary>Nothing of why.</summary>
    public override string ToString() => "a hold";
}
