namespace Clinic.Storage.Contracts;

/// <summary>All suites of the ports of Clinic.Transcription; an adapter enrols every one.</summary>
public static class TranscriptionContracts
{
    /// <summary>One suite per port.</summary>
    public static IReadOnlyList<ContractSuite> All { get; } =
    [
        new("RecorderStore", RecorderStoreContract.Cases),
        new("TextKeyStore", TextKeyStoreContract.Cases),
        new("ClinicalReportStore", ClinicalReportStoreContract.Cases),
        new("ConsentStore", ConsentStoreContract.Cases),
        new("SessionStore", SessionStoreContract.Cases),
        new("TranscriptStore", TranscriptStoreContract.Cases),
        new("PatientErasureStore", PatientErasureStoreContract.Cases),
        new("PatientHoldStore", PatientHoldStoreContract.Cases),
        new("TranscriptIndex", TranscriptIndexContract.Cases),
        new("WorkStore", WorkStoreContract.Cases),
    ];
}
