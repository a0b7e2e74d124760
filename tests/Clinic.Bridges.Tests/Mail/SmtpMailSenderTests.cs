using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Clinic.Bridges.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Tests.Mail;

public class SmtpMailSenderTests
{
    [Fact]
    public async Task A_mail_arrives_with_its_id_recipients_and_text()
    {
        await using var server = new ScriptedSmtpServer();

        await Sender(server).SendAsync(Mails.One(), Installation.Stop);

        var mail = Assert.Single(server.Mails);
        Assert.Contains("<0190f0c0-0000-7000-8000-000000000042@example.org>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.Equal(2, server.Commands.Count(c => c.StartsWith("RCPT", StringComparison.Ordinal)));
        Assert.Contains("una línea que empieza con punto", Mails.BodyOf(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_carries_the_same_message_id()
    {
        await using var server = new ScriptedSmtpServer();

        await Sender(server).SendAsync(Mails.One(), Installation.Stop);
        await Sender(server).SendAsync(Mails.One(), Installation.Stop);

        static string Id(string mail) => mail.Split('\n').Single(l => l.StartsWith("Message-ID", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(Id(server.Mails[0]), Id(server.Mails[1]));
    }

    [Fact]
    public async Task A_server_that_refuses_makes_the_delivery_fail()
    {
        await using var server = new ScriptedSmtpServer { OnRecipient = "550 no such box" };

        await Assert.ThrowsAnyAsync<SmtpException>(() => Sender(server).SendAsync(Mails.One(), Installation.Stop));

        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_without_tls_gets_neither_mail_nor_password()
    {
        await using var server = new ScriptedSmtpServer();

        await Assert.ThrowsAnyAsync<SmtpException>(() => Sender(server, o =>
        {
            o.UseTls = true;
            o.UserName = "clinic";
            o.Password = "hidden";
        }).SendAsync(Mails.One(), Installation.Stop));

        Assert.Empty(server.Mails);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal) || c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_silent_server_does_not_keep_the_job_for_ever()
    {
        await using var server = new ScriptedSmtpServer { IsSilent = true };

        await Assert.ThrowsAsync<TimeoutException>(() => Sender(server, o => o.Timeout = TimeSpan.FromSeconds(1)).SendAsync(Mails.One(), Installation.Stop));
    }

    [Fact]
    public void A_password_without_tls_is_refused_unless_it_stays_on_this_machine()
    {
        Assert.NotEmpty(Faults(new SmtpOptions { Host = "mail.example.org", UseTls = false, UserName = "a", Password = "b" }));
        Assert.Empty(Faults(new SmtpOptions { Host = "127.0.0.1", UseTls = false, UserName = "a", Password = "b" }));
        Assert.NotEmpty(Faults(new SmtpOptions { Host = "mail.example.org", UserName = "a" }));
        Assert.Empty(Faults(new SmtpOptions { Host = "mail.example.org", UserName = "a", Password = "b" }));
    }

    private static IEnumerable<ValidationResult> Faults(SmtpOptions options) => options.Validate(new ValidationContext(options));

    private static SmtpMailSender Sender(ScriptedSmtpServer server, Action<SmtpOptions>? configure = null)
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, UseTls = false };
        configure?.Invoke(options);
        return new(Options.Create(options), NullLogger<SmtpMailSender>.Instance);
    }
}
