using Clinic.Api.Commands;
using Clinic.Hosts;

namespace Clinic.Api.Tests;

/// <summary>What stands behind a command; nothing that is not understood may pass.</summary>
public class ArgumentsTests
{
    [Theory]
    [InlineData("up")]
    [InlineData("up", "--dry-run")]
    [InlineData("up", "--dry-run", "--Clinic:DataSource=x.db")]
    [InlineData("up", "--environment", "Production")]
    public void Known_options_and_the_configuration_are_understood(params string[] args) =>
        Assert.True(Arguments.Read(args).Are("dry-run"));

    [Theory]
    [InlineData("up", "--dryrun")]
    [InlineData("up", "-n")]
    [InlineData("up", "dry-run")]
    [InlineData("up", "--Dry-Run")]
    public void Anything_else_is_not(params string[] args) =>
        Assert.False(Arguments.Read(args).Are("dry-run"));

    [Theory]
    [InlineData("db", "up", "--dryrun")]
    [InlineData("db", "status", "--dry-run")]
    [InlineData("people", "add", "--sign-in", "ana", "--role", "nurse")]
    [InlineData("people", "unlock", "--sign-in", "ana", "--kind", "pin")]
    [InlineData("tour", "--kep")]
    public async Task A_command_with_an_unknown_option_does_nothing(params string[] args) =>
        Assert.Equal(2, await CommandLine.Find(args)!.RunAsync());

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said_and_not_thrown_about()
    {
        var file = Path.GetTempFileName();
        try
        {
            var refused = await Assert.ThrowsAsync<SetupException>(() => CommandLine.Find(["db", "up", $"--Clinic:DataSource={file}/clinic.db", "--environment=Development"])!.RunAsync());

            Assert.Contains("cannot be made", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Departments_that_are_no_ids_are_a_wrong_use()
    {
        var folder = Directory.CreateTempSubdirectory("clinic-people-");
        try
        {
            var source = $"--Clinic:DataSource={Path.Combine(folder.FullName, "clinic.db")}";

            Assert.Equal(2, await CommandLine.Find(["people", "add", "--sign-in", "ana", "--departments", "farmacia", "--environment=Development", source])!.RunAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_dry_run_leaves_no_database_behind()
    {
        var folder = Directory.CreateTempSubdirectory("clinic-dry-");
        try
        {
            var source = Path.Combine(folder.FullName, "clinic.db");

            Assert.Equal(0, await CommandLine.Find(["db", "up", "--dry-run", $"--Clinic:DataSource={source}"])!.RunAsync());

            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
