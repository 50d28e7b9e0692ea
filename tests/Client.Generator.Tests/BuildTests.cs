using Builds;
using Client.Generator.Tests.Harness;
using Shared;

namespace Client.Generator.Tests;

/// <summary>Projects whose clients are made while they are built.</summary>
public sealed class BuildTests : IClassFixture<BuildTests.Compiler>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-client-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_client_is_made_before_the_compiler_runs_and_only_when_something_changed()
    {
        WriteProject("""<JeroClient Include="movies.json" Class="ShopClient" Namespace="Shop" />""");
        File.WriteAllText(PathOf("movies.json"), Document.Read("movies.json"));
        File.WriteAllText(PathOf("Use.cs"), "internal static class Use { public static string Title(Shop.Movie movie) => movie.Title + typeof(Shop.ShopClient).Name; }");

        await BuildAsync();
        var made = PathOf("obj/Debug/net10.0/JeroClient/moviesShopClient.g.cs");
        var first = File.GetLastWriteTimeUtc(made);
        await BuildAsync();
        Assert.Equal(first, File.GetLastWriteTimeUtc(made));

        File.WriteAllText(PathOf("movies.json"), Document.Read("movies.json").Replace("Number of the film.", "Its number.", StringComparison.Ordinal));
        await BuildAsync();
        Assert.Contains("Its number.", File.ReadAllText(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_client_cannot_is_a_warning_or_an_error_of_the_document()
    {
        WriteProject("""<JeroClient Include="movies.json" />""");
        File.WriteAllText(PathOf("movies.json"), Document.Of(Document.Get("/a", "getA", "application/json", """ "schema": { "$ref": "#/components/schemas/Missing" }""")));

        var (exitCode, output) = await BuildAsync(expectsSuccess: false);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"{PathOf("movies.json")} : error JEROCLIENT002: #/paths/~1a/get/responses/200/content/application~1json/schema: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_named()
    {
        WriteProject("""<JeroClient Include="missing.json" />""");

        var (exitCode, output) = await BuildAsync(expectsSuccess: false);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error JEROCLIENT005: The document 'missing.json' of a JeroClient item does not exist.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_of_another_project_is_that_of_its_build()
    {
        WriteProject("""<JeroClient Include="Server/Server.csproj" Class="TodoClient" Namespace="Todos" /><Compile Remove="Server/**" />""");
        Directory.CreateDirectory(PathOf("Server"));
        File.WriteAllText(
            PathOf("Server/Server.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <OpenApiGenerateDocumentsOnBuild>true</OpenApiGenerateDocumentsOnBuild>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="10.0.15" />
                <PackageReference Include="Microsoft.Extensions.ApiDescription.Server" Version="10.0.15" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(
            PathOf("Server/Program.cs"),
            """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddOpenApi();
            var app = builder.Build();
            app.MapOpenApi();
            app.MapGet("/todos/{id:int}", (int id) => new Todo(id, "Buy milk", null)).WithName("getTodo");
            app.Run();
            internal sealed record Todo(int Id, string Title, DateOnly? DueBy);
            """);
        File.WriteAllText(PathOf("Use.cs"), "internal static class Use { public static System.DateOnly? Due(Todos.Todo todo) => todo.DueBy; }");
        await RunAsync(expectsSuccess: true, "restore", "Server/Server.csproj");

        await BuildAsync();

        Assert.Contains("Task<Todo> GetTodoAsync(int id,", File.ReadAllText(PathOf("obj/Debug/net10.0/JeroClient/ServerTodoClient.g.cs")), StringComparison.Ordinal);
    }

    // Every warning is an error, those of the trimmer and of native compilation too.
    private void WriteProject(string items)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Jero.Client.Tool.dll");
        File.WriteAllText(PathOf("Directory.Build.props"), "<Project />");
        File.WriteAllText(PathOf("Directory.Packages.props"), "<Project />");
        File.WriteAllText(
            PathOf("App.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <AnalysisLevel>latest-recommended</AnalysisLevel>
                <EnableTrimAnalyzer>true</EnableTrimAnalyzer>
                <EnableAotAnalyzer>true</EnableAotAnalyzer>
                <EnableSingleFileAnalyzer>true</EnableSingleFileAnalyzer>
                <JeroClientTool>{program}</JeroClientTool>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Jero.Client.dll")}" />
                {items}
              </ItemGroup>
              <Import Project="{Path.Combine(Repository.Root, "src/Jero.Client/Package/Jero.Client.targets")}" />
            </Project>
            """);
    }

    private Task<(int ExitCode, string Output)> BuildAsync(bool expectsSuccess = true) =>
        RunAsync(expectsSuccess, "build", "App.csproj", "--nologo", "-v:minimal");

    private async Task<(int ExitCode, string Output)> RunAsync(bool expectsSuccess, params string[] arguments)
    {
        var (exitCode, output) = await Sdk.TryAsync(_folder.FullName, new Dictionary<string, string?>(), arguments);
        if (expectsSuccess)
        {
            Assert.True(exitCode == 0, output);
        }

        return (exitCode, output);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public sealed class Compiler : IAsyncLifetime
    {
        private CompilerServer? _server;

        public async ValueTask InitializeAsync() => _server = await CompilerServer.StartAsync();

        public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
