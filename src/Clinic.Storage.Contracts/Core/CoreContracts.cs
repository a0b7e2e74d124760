namespace Clinic.Storage.Contracts;

/// <summary>The contracts of every port that a clinic needs before any domain.</summary>
public static class CoreContracts
{
    /// <summary>One suite per port.</summary>
    public static IReadOnlyList<ContractSuite> All { get; } =
    [
        new("CommitStore", CommitStoreContract.Cases),
        new("AuditLog", AuditLogContract.Cases),
        new("AuditSealStore", AuditSealStoreContract.Cases),
        new("Outbox", OutboxContract.Cases),
        new("JobStore", JobStoreContract.Cases),
        new("SiteStore", SiteStoreContract.Cases),
        new("TenantDirectory", TenantDirectoryContract.Cases),
        new("PersonStore", PersonStoreContract.Cases),
        new("PatientStore", PatientStoreContract.Cases),
        new("CredentialStore", CredentialStoreContract.Cases),
        new("AttachmentStore", AttachmentStoreContract.Cases),
        new("ConversationStore", ConversationStoreContract.Cases),
    ];
}
