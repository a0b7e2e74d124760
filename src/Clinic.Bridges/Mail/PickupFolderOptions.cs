using System.ComponentModel.DataAnnotations;

namespace Clinic.Bridges.Mail;

/// <summary>A folder into which mails are put for somebody else to carry, or to be looked at.</summary>
public sealed class PickupFolderOptions
{
    /// <summary>The folder; made when it is missing.</summary>
    /// <value>Required.</value>
    [Required]
    public string Folder { get; set; } = "";
}
