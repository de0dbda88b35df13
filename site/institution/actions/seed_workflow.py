"""The way of a draft to the public: the head of the office approves what the editors write."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from institution.enums import Role

WORKFLOW, TASK = "Revisión de Jefatura", "Aprobación de Jefatura"
STOCK_WORKFLOW, STOCK_TASK, STOCK_GROUPS = "Moderators approval", "Moderators approval", ("Editors", "Moderators")


def seed_workflow() -> None:
    """Install and activate the workflow over the whole tree, in place of the one that Wagtail ships."""
    task = _task()
    workflow, _made = Workflow.objects.update_or_create(name=WORKFLOW, defaults={"active": True})
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    root = Page.objects.get(depth=1)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    _remove_stock()


def _task() -> GroupApprovalTask:
    task, _made = GroupApprovalTask.objects.update_or_create(name=TASK, defaults={"active": True})
    task.groups.set(Group.objects.filter(name__in=[Role.HEAD.value, Role.ADMINISTRATION.value]))
    return task


def _remove_stock() -> None:
    Workflow.objects.filter(name=STOCK_WORKFLOW, workflow_states__isnull=True).delete()
    GroupApprovalTask.objects.filter(name=STOCK_TASK, task_states__isnull=True, workflow_tasks__isnull=True).delete()
    Group.objects.filter(name__in=STOCK_GROUPS, user__isnull=True).delete()
