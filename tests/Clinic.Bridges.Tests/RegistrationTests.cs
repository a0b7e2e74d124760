using Clinic.Abstractions;
using Clinic.Bridges.Jobs;
using Clinic.Bridges.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Tests;

public class RegistrationTests
{
    [Fact]
    public void Registering_twice_gives_each_job_and_receiver_once()
    {
        using var clinic = new Installation(s =>
        {
            s.AddClinicJobs().AddClinicJobs();
            s.AddClinicMail().UsePickupFolder("mail");
            s.AddClinicMail().UsePickupFolder("mail");
        });

        Assert.Equal(2, clinic.Get<IEnumerable<IClinicJob>>().Count());
        Assert.Equal([typeof(MailReceiver), typeof(SaleReceiptReceiver)], clinic.Get<IEnumerable<IOutboxReceiver>>().Select(r => r.GetType()));
        Assert.IsType<PickupFolderMailSender>(clinic.Get<IMailSender>());
    }

    [Fact]
    public void Owners_of_two_processes_differ() => Assert.NotEqual(new ClinicJobsOptions().Owner, new ClinicJobsOptions().Owner);

    [Fact]
    public async Task Options_out_of_range_stop_the_start_and_name_themselves()
    {
        using var clinic = new Installation(s => s.AddClinicJobs(o => o.Lease = TimeSpan.FromMilliseconds(1)));

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => clinic.Host.StartAsync(Installation.Stop));

        Assert.Contains(nameof(ClinicJobsOptions.Lease), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_without_a_host_stops_the_start()
    {
        using var clinic = new Installation(s => s.AddClinicMail().UseSmtp(_ => { }));

        await Assert.ThrowsAsync<OptionsValidationException>(() => clinic.Host.StartAsync(Installation.Stop));
    }

    [Fact]
    public void Defaults_are_as_documented()
    {
        var jobs = new ClinicJobsOptions();
        Assert.Equal((true, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)), (jobs.RunHere, jobs.Lease, jobs.LookEvery, jobs.LateAfter));
    }
}
