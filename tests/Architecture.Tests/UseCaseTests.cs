using System.Reflection;
using System.Text.RegularExpressions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Architecture.Tests;

public sealed partial class UseCaseTests
{
    private static readonly Type[] Requests = [.. Solution.Application.Types().Where(t => !t.IsInterface && Answered(t) is not null)];

    [Fact]
    public void There_are_use_cases() => Requests.Length.ShouldBeGreaterThan(30);

    [Fact]
    public void Every_use_case_names_the_right_it_needs() =>
        Requests.Where(t => RoleTable.RightOf(t) is null).Select(t => t.Name).MustBeNone("Without [Needs]:");

    [Fact]
    public void Every_use_case_has_exactly_one_handler() =>
        Requests
            .Select(t => (t.Name, Handlers: Implementing(typeof(IRequestHandler<,>).MakeGenericType(t, Answered(t)!)).Count()))
            .Where(r => r.Handlers != 1)
            .Select(r => $"{r.Name}: {r.Handlers}")
            .MustBeNone("Handlers:");

    [Fact]
    public void Every_use_case_is_one_file_of_its_name()
    {
        var files = Solution
            .Sources()
            .Where(file => file.Contains("/src/Application/", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        Requests
            .Where(t =>
                !files.TryGetValue(t.Name, out var text)
                || !text.Contains($"record {t.Name}", StringComparison.Ordinal)
                || !text.Contains($"IRequestHandler<{t.Name}", StringComparison.Ordinal)
            )
            .Select(t => t.Name)
            .MustBeNone("Request and handler are not in a file of that name:");
        files.Where(file => Request().Count(file.Value) > 1).Select(file => file.Key).MustBeNone("Holds several use cases:");
    }

    [Fact]
    public void Handlers_and_validators_are_internal_and_sealed() =>
        Solution
            .Application.Types()
            .Where(t =>
                t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
                || typeof(IValidator).IsAssignableFrom(t)
            )
            .Where(t => t.IsPublic || !t.IsSealed)
            .Select(t => t.Name)
            .MustBeNone("Public or not sealed:");

    [Fact]
    public void Requests_are_sealed_records() =>
        Requests
            .Where(t => !t.IsSealed || t.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is null)
            .Select(t => t.Name)
            .MustBeNone("Not sealed records:");

    [Fact]
    public void Every_list_checks_its_limit() =>
        Requests
            .Where(t => typeof(IPaged).IsAssignableFrom(t) && !Implementing(typeof(IValidator<>).MakeGenericType(t)).Any())
            .Select(t => t.Name)
            .MustBeNone("Lists without a validator:");

    [Fact]
    public void The_secretariat_has_every_right_except_that_of_the_board_and_that_of_communities() =>
        Enum.GetValues<Right>()
            .Where(right => RoleTable.Allows(Role.Secretariat, right) == (right is Right.DecideInitiatives or Right.AddVoice))
            .Select(right => right.ToString())
            .MustBeNone("Not as the role table says:");

    [Fact]
    public void No_role_that_reports_may_review() =>
        Enum.GetValues<Role>()
            .Where(role =>
                role != Role.Secretariat
                && RoleTable.Allows(role, Right.Contribute)
                && (RoleTable.Allows(role, Right.Review) || RoleTable.Allows(role, Right.Decide))
            )
            .Select(role => role.ToString())
            .MustBeNone("Reports and reviews:");

    private static Type? Answered(Type type) =>
        type.GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))
            ?.GetGenericArguments()[0];

    private static IEnumerable<Type> Implementing(Type contract) =>
        Solution.Application.Types().Where(t => !t.IsAbstract && contract.IsAssignableFrom(t));

    [GeneratedRegex(@"\bIRequest\b")]
    private static partial Regex Request();
}
