namespace Clinic.Transcription.Work;

/// <summary>Chance, injected, so that tests can foresee it.</summary>
public interface IJitter
{
    /// <summary>A number from 0, and below 1.</summary>
    double Next();
}
