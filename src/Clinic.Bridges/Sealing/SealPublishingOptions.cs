namespace Clinic.Bridges.Sealing;

/// <summary>Where seals of the audit are published. For a mail name recipients of <c>clinic.audit-sealed</c> in the mail options.</summary>
public sealed class SealPublishingOptions
{
    /// <summary>A folder that whoever administers the database cannot write into.</summary>
    /// <value>Default null: no folder.</value>
    public string? Folder { get; set; }

    /// <summary>The address that takes a POST of each seal; https, or http on this machine.</summary>
    /// <value>Default null: no webhook.</value>
    public Uri? Webhook { get; set; }

    /// <summary>The bearer token for the webhook.</summary>
    /// <value>Default null: none is sent.</value>
    public string? WebhookToken { get; set; }

    /// <summary>The places only.</summary>
    public override string ToString() => $"{Folder} {Webhook}";
}
