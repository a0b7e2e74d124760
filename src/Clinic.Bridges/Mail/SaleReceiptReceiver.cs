using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Printing;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Mail;

/// <summary>Mails the receipt of a sale to its buyer; the address is looked up when it is sent, and stands in no event.</summary>
public sealed class SaleReceiptReceiver(IMailSender sender, IOptions<MailOptions> options, SaleReceipts? receipts = null) : IOutboxReceiver
{
    /// <inheritdoc/>
    public string Name => "sale-receipt-mail";

    /// <inheritdoc/>
    public async Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        if (occurrence.Type != PharmacyEvents.SaleReceiptRequested || receipts is null) return;
        var asked = JsonSerializer.Deserialize<SaleReceiptRequested>(occurrence.Json, ClinicJson.Options)
            ?? throw new JsonException($"The event {occurrence.Type} has no content.");
        // The address may have been taken away since; then there is nobody to send to.
        if (await receipts.MailAsync(occurrence.Tenant, asked.Sale, asked.Language, cancellationToken).ConfigureAwait(false) is not { } mail) return;
        // The event's id is the mail's: a repeat carries the same Message-Id.
        await sender.SendAsync(new OutgoingMail(occurrence.Id, options.Value.From, [mail.To], mail.Subject, mail.Text), cancellationToken).ConfigureAwait(false);
    }
}
