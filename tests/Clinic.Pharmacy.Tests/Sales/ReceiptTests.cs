using System.Globalization;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Printing;
using Clinic.Pharmacy.Tests.Kit;
using static Clinic.Pharmacy.Tests.Sales.Shop;

namespace Clinic.Pharmacy.Tests.Sales;

public sealed class ReceiptTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_text_is_as_wide_as_the_paper_in_every_culture()
    {
        var (s, sold) = await SoldAsync();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in (string[])["es-EC", "tr-TR", "ar-SA", ""])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                var text = await s.Receipts.TextAsync(s.H.Tenant, sold.Sale, new ReceiptStyle("es", WithLots: true), Ct);

                Assert.Equal(
                    $"""
                                     Hospital
                                 RECIBO DE VENTA
                    ------------------------------------------
                    Fecha                     10/03/2026 10:00
                    Atendido por
                          00000014-0007-7000-8000-000000000001
                    Cliente                        María Ñáñez
                    Cédula                          1710034065
                    Factura                  001-001-000000001
                    Estado                          autorizada
                    Venta {sold.Sale}
                    ------------------------------------------
                    AMX Cápsulas                          3,30
                      3 tbl · 3 × 1,1
                      Lote L-AMX · vence 31/12/2027 · 3
                    VIT Cápsulas                          2,00
                      1 tbl · 1 × 2
                      Lote L-VIT · vence 31/12/2027 · 1
                    ------------------------------------------
                    Subtotal                              5,30
                    IVA0 0 % sobre 2,00                   0,00
                    IVA15 15 % sobre 3,30                 0,50
                    TOTAL USD                             5,80
                    ------------------------------------------
                    Efectivo                             10,00
                    Cambio                                4,20
                    ------------------------------------------
                    DEVOLUCIÓN 1              10/03/2026 10:00
                    Nota de crédito pendiente                -
                    AMX Cápsulas                         -1,10
                      1
                    IVA15 15 % sobre 1,10                -0,17
                    TOTAL CRÉDITO                        -1,27
                    Reembolso: Efectivo                  -1,27
                    ------------------------------------------
                    Conserve este recibo para cambios y
                    devoluciones.

                    """.ReplaceLineEndings("\n"), text);
                Assert.All(text.Split('\n'), l => Assert.True(l.Length <= 42, l));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task English_writes_points_and_iso_dates()
    {
        var (s, sold) = await SoldAsync();

        var text = await s.Receipts.TextAsync(s.H.Tenant, sold.Sale, new ReceiptStyle("en"), Ct);

        Assert.Contains("SALES RECEIPT", text, StringComparison.Ordinal);
        Assert.Contains("Date                      2026-03-10 10:00", text, StringComparison.Ordinal);
        Assert.Contains("TOTAL USD                             5.80", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lot ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReceiptPaper.Roll80, "@page{size:80mm auto")]
    [InlineData(ReceiptPaper.A4, "@page{size:A4")]
    public async Task The_page_prints_itself_and_runs_nothing(ReceiptPaper paper, string page)
    {
        var (s, sold) = await SoldAsync(Maria with { Name = "<script>alert('ñ')</script> & \"Cía\"" });

        var html = await s.Receipts.HtmlAsync(s.H.Tenant, sold.Sale, new ReceiptStyle("es", paper), Ct);

        Assert.StartsWith("<!doctype html>\n<html lang=\"es\">", html, StringComparison.Ordinal);
        Assert.Contains(page, html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;ñ&#39;)&lt;/script&gt; &amp; &quot;Cía&quot;", html, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"b\"><td>TOTAL USD</td><td class=\"r\">5,80</td></tr>", html, StringComparison.Ordinal);
        foreach (var part in (string[])["<script", "http:", "https:", "src=", "href=", "@import", "url("]) Assert.DoesNotContain(part, html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_mail_is_for_the_buyer_in_the_language_asked_for()
    {
        var (s, sold) = await SoldAsync();

        var mail = (await s.Receipts.MailAsync(s.H.Tenant, sold.Sale, "en", Ct))!;

        Assert.Equal(("maria@example.com", "Receipt of your purchase at Hospital"), (mail.To, mail.Subject));
        Assert.Contains("SALES RECEIPT", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("maria", mail.ToString(), StringComparison.Ordinal);
        await Refused.WithAsync(() => s.Receipts.HtmlAsync(s.H.Tenant, new SaleId(Guid.CreateVersion7()), new ReceiptStyle(), Ct), PharmacyRules.SaleUnknown);
    }

    [Fact]
    public async Task A_buyer_without_address_gets_no_mail()
    {
        var (s, sold) = await SoldAsync(Maria with { Mail = null });

        Assert.Null(await s.Receipts.MailAsync(s.H.Tenant, sold.Sale, "es", Ct));
        await Refused.WithAsync(() => s.Receipts.RequestAsync(s.H.As(s.Cashier), new RequestReceipt(sold.Sale), Ct), PharmacyRules.MailMissing);
    }

    private static async Task<(Shop Shop, SaleAnswer Sale)> SoldAsync(Buyer? buyer = null)
    {
        var s = await OpenAsync();
        await s.TillAsync(s.H.Pharmacist);
        var p = await s.ProductAsync("AMX");
        var q = await s.ProductAsync("VIT", price: 2, tax: "IVA0");
        var basket = await s.BeginAsync(buyer: buyer);
        await s.AddAsync(basket.Sale, p, 3);
        basket = await s.AddAsync(basket.Sale, q, 1);
        var sold = await s.CompleteAsync(basket, null, new Payment(PaymentKind.Cash, Usd(5.80m), Usd(10)));
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);
        return (s, await s.ReturnAsync(sold, s.H.Pharmacist, 1));
    }
}
