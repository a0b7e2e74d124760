using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Clinic.Bridges.Mail;

/// <summary>The mail server.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    /// <summary>The name or address of the server.</summary>
    /// <value>Required.</value>
    [Required]
    [StringLength(255, MinimumLength = 1)]
    public string Host { get; set; } = "";

    /// <summary>The port.</summary>
    /// <value>Default 587, submission with STARTTLS; 1 to 65,535.</value>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be turned to TLS by STARTTLS; a server without it is refused.</summary>
    /// <value>Default true.</value>
    public bool UseTls { get; set; } = true;

    /// <summary>The name for the server's sign-in; null for none.</summary>
    public string? UserName { get; set; }

    /// <summary>The password for the server's sign-in; never logged.</summary>
    public string? Password { get; set; }

    /// <summary>How long a mail may take.</summary>
    /// <value>Default 30 seconds; 1 second to 5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var loopback = string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));
        if (UserName is not null && !UseTls && !loopback)
            yield return new("A password for the mail server is only sent over TLS; set UseTls.", [nameof(UseTls)]);
        if (UserName is null != Password is null)
            yield return new("The mail server's sign-in needs both UserName and Password.", [nameof(UserName), nameof(Password)]);
    }
}
