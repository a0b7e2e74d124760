using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>The recorder settings that the caller read are not the stored ones.</summary>
    public const string StaleRecorder = "TRN131";

    private static IEnumerable<RuleText> RecorderTexts() =>
    [
        new(StaleRecorder, RuleKind.Conflict,
            "Version {asked} of the recorder settings was read; the stored one is {found}.",
            "Se leyó la versión {asked} de los ajustes de la grabadora; la guardada es la {found}."),
    ];
}
