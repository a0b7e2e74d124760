using Clinic.Api.Commands;

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
