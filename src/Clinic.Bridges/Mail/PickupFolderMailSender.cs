using System.Net.Mail;
using Clinic.Bridges.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Mail;

/// <summary>Puts each mail into a folder as one <c>.eml</c> file named by its id, so that a repeat overwrites.</summary>
/// <remarks>A file appears whole or not at all: it is written beside and renamed.</remarks>
public sealed class PickupFolderMailSender(IOptions<PickupFolderOptions> options, ILogger<PickupFolderMailSender> logger) : IMailSender
{
    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        cancellationToken.ThrowIfCancellationRequested();
        var folder = Path.GetFullPath(options.Value.Folder);
        Directory.CreateDirectory(folder);
        // A folder of its own on the same disk: the client chooses the name of the file, and renaming must not copy.
        var work = Path.Combine(folder, $".{mail.Id:D}-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(work);
        try
        {
            using var message = MailMessages.Of(mail);
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = work };
            await client.SendMailAsync(message, cancellationToken).ConfigureAwait(false);
            var written = Directory.GetFiles(work).Single();
            Flush(written);
            File.Move(written, Path.Combine(folder, $"{mail.Id:D}.eml"), overwrite: true);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        BridgesTelemetry.MailSent("pickup");
        Log.MailSent(logger, mail.Id, "pickup folder");
    }

    // The event is marked as delivered after this; a power cut must not take the file away.
    private static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Flush(flushToDisk: true);
    }
}
